"""The workspace on disk: one TinyDB database that loses nothing it has acknowledged.

May import sync, directory and foundation, and alone in the house TinyDB and filelock. A workspace folder holds:

`workspace.json`      the database: TinyDB's tables of readable documents. Each has `_key`, its key in the table, and
                      `_version`; the table `_store` names format and generation, `_snapshots` the snapshots.
`workspace.journal`   what was committed since: a first line that names the generation and the checksum of the
                      database file that it continues, then one line a commit: checksum, blank, JSON. A change is
                      `[table, id, checksum of the document before, document or null]`.
`workspace.N.json`,   database and journal of former generations: the one before, to fall back on, and those in whose
`workspace.N.journal` journals snapshots are positions.
`workspace.lock`      held by whoever writes; `workspace.owner` says who that is.
`workspace.version-N.json`, `workspace.aside-N`  the copy before an upgrade; what could not be used.

Promise. A commit is one line appended, flushed and fsynced before the call returns; its cost does not grow with the
directory. A commit that changes most of what there is writes the database anew instead, and is durable when that is in
place. When the journal has outgrown the database, a checkpoint writes the database anew beside the old one and replaces
it, then begins a new journal: when the process ends, unless the journal grows much too long before; a crash in between
is recognized by the generation. Stock TinyDB opens the database after a checkpoint; when it changed the file meanwhile,
changes of documents that it did not touch still hold. Documents without a `_key` are its own and stay unseen; a
document that it has made unreadable is named and refused. What cannot be used (a damaged record, a change of a document
that somebody else touched, a damaged database) is kept beside the file and reported, never deleted. A call that fails
has changed nothing. No file stays open between commands.

Writers take turns. Whoever reads takes none: every command begins with what others have committed, and a look at the
files within each millisecond tells a running script of more. A snapshot is a position in a journal, not a copy. A field
of a document is decoded when it is read first. Documents of an older version are upgraded on opening, after a copy; a
newer one is refused.

`storage` is TinyDB's storage, `generations` the files it reads and forgets, `tables` its tables with keys, `journal`
the file of changes, `files` the few operations on files, `lock` the turns, `database` all that together; `documents`
turns dataclasses into documents and back, `upgrades` older ones into those of today; `workspace` keeps collections in
step with the database, `unit_of_work` implements the protocols of the directory and of the synchronization server,
`snapshots` and `differences` go back and compare.
"""
