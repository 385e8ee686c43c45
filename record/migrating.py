"""A faster way through long migrations.

Django renders the models anew after each operation, and each tracked model comes with some six triggers: a
fresh database took half a minute. Here the states before and after are rendered once for all operations.
"""

from django.db.migrations.operations.base import Operation, OperationCategory


class AtOnce(Operation):
    """Operations of which none changes what another of them has made."""

    reduces_to_sql, reversible, category = True, True, OperationCategory.MIXED

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return (type(self).__name__, [self.operations], {})

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"{len(self.operations)} operations at once"
