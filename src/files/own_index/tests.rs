//! Own indices from a file and back.
