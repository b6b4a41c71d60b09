"""What Alembic runs: the migrations, on the connection it was given."""

from alembic import context

from fasilitaattori.log.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False, render_as_batch=True)
context.run_migrations()
