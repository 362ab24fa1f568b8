//! The cheapest way to a rank: `plan` of the API.
