//! The places around a unit: points to climb, points to lose, and how robust the order is (method 6, 8).
