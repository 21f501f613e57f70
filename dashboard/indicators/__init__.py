"""An indicator as it is shown anywhere: view, classes, marks, sentence, writing."""
