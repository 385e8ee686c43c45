from allauth.account.adapter import DefaultAccountAdapter


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are for editors and made in the admin: nobody signs up."""

    def is_open_for_signup(self, request):
        return False
