#!/bin/sh
# Runs PARLEY_PROGRAM in the network namespace PARLEY_NAMESPACE: for drivers that start a program by its path alone.
exec nsenter --net="$PARLEY_NAMESPACE" -- "$PARLEY_PROGRAM" "$@"
