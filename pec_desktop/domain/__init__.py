"""Pure rules: no Qt, no input or output."""
