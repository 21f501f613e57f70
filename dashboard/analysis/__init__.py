"""The yearly analysis: a draft document with its pictures, tables and programs."""
