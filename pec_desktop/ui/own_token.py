"""What is to be said of the token this program uses: that it expires soon, or has expired."""

from __future__ import annotations

from pec_desktop.domain.token import days_left
from pec_desktop.services.office import Office
from pec_desktop.ui.words import text


def expiry_words(office: Office) -> str:
    """Say when the program's access ends; empty while that is more than a month away."""
    days = days_left(office.account.token_expires, office.now())
    if days is None:
        return ""
    if days <= 0:
        return text("own_token.past")
    return text("own_token.days", days=days) if days > 1 else text("own_token.today")
