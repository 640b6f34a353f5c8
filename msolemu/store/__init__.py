"""The workspace on disk: one TinyDB database that loses nothing it has acknowledged.

May import sync, directory and foundation, and alone in the house TinyDB and filelock. A workspace folder holds:

`workspace.json`     the database: TinyDB's tables of readable documents. Each has `_key`, its key in the table, and
                     `_version`; the table `_store` names the format, the generation and the journal folded in.
`workspace.journal`  what was committed since: a first line that names the generation and the checksum of the
                     database file that it continues, then one line a commit: checksum, blank, JSON. A change is
                     `[table, id, checksum of the document before, document or null]`.
`workspace.lock`     held by whoever reads or writes; `workspace.owner` says who that is.

Promise. A commit is one line appended, flushed and fsynced before the call returns; its cost does not grow with the
directory. When the journal has outgrown the database, a checkpoint writes the database anew beside the old one and
replaces it, then begins a new journal; a crash between the two is recognized by the generation. Stock TinyDB opens the
database after a checkpoint; when it changed the file meanwhile, changes of documents that it did not touch still hold.
What cannot be used (a damaged record, a change of a document that somebody else touched, a damaged database) is kept
beside the file and reported, never deleted. No file stays open between commands.

`storage` is TinyDB's storage, `tables` its tables with keys, `journal` the file of changes, `files` the few operations
on files, `lock` the turns, `database` all that together; `documents` turns dataclasses into documents and back;
`collections` and `unit_of_work` implement the protocols of the directory and of the synchronization server.
"""
