"""Parts of the atlas for pages of others: a picture, what it says, whose data, in a light frame."""
