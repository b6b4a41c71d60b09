"""The big screen: which slide the room sees now, and the window that shows it on the second display."""
