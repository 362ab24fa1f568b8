//! The rank of a unit while one indicator or one maximum is swept.
