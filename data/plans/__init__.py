"""Action plans as files that people edit: checked to the cell, added to, never overwritten."""
