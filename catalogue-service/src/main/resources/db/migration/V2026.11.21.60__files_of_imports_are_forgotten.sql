-- Files are large: once an import is over, its file is kept for a while only, and of it the pieces that hold what could not be read.
alter table import add column file_forgotten_at timestamptz;
