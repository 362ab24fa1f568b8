//! How sure a rank is: seeded draws over weights, rounding and estimates (method 8).
