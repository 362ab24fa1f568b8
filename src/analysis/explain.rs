//! Why a rank moved: own effect, rivals' effect and the method's, adding up exactly (method 7).
