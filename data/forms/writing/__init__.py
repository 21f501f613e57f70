"""How the empty form is written: a module for each kind of sheet, one for looks, one for rules."""
