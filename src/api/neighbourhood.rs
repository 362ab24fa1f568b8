//! Points to the places around: `neighbourhood` of the API.
