"""Windows, models, forms and wizards."""
