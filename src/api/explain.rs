//! Why a rank moved: `explain` of the API.
