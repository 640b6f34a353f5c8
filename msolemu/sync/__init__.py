"""The emulated Azure AD Connect: brings the forest to the tenant in cycles of run profiles.

Imports directory, foundation and compat. Outside stands "run a cycle, get run results" (`cycle.SyncServer`); inside is
the first, light path: two connector spaces whose objects are linked by the source anchor, fixed attribute flows, and an
export that keeps what the tenant refused as a pending export and sends it again in every later run. What the engine
needs from outside is in `ports`. Objects are exported in the order in which the forest created them, so that the same
forest always gives the same winners and losers.
"""
