#!/bin/sh
# Run once by the postgres image, when its data folder is made: the role that the application connects with.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE reconcile LOGIN PASSWORD :'password';
SQL
