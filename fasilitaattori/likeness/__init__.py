"""Which notes are about the same thing: words, vectors and what is learned from the notes a person has placed.

Pure: texts and ids in, ids and scores out. numpy and pyvoikko come with the modules of this folder, so whoever uses it imports
them when it is needed, off the thread of the windows, and never at start.
"""
