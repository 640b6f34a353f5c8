"""What the service sells and where: licence SKUs with their real ids and plans, and usage locations (ISO 3166).

May import what `directory.tenant` may. The lists are JSON beside this file, read when they are first asked for. Which
service a plan belongs to, which plans exclude one another, which are not sold everywhere and how a plan stands after it
was assigned were not found in one source; these tables are ours, after what consoles and articles show.
"""
