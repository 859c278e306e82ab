//! Files that the reader chose.
