"""Mail that the emulated service sends: messages, and the folder that takes them instead of a mail server.

Imports reports and foundation. A message is a file `.eml` in the workspace's mail folder, which any mail program
opens; an ephemeral workspace keeps its messages in memory.
"""
