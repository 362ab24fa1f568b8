//! A map over few keys, kept in one sorted list.

use std::borrow::Borrow;

/// A map in the order of its keys. A framework has tens of indicators and a scenario few changes;
/// for so few a list is as quick as a tree, and each kind of tree would add several kilobytes to
/// the page.
///
/// ```
/// use dti_engine::model::SortedMap;
///
/// let mut map = SortedMap::from([("b", 2), ("a", 1)]);
/// assert_eq!(map.insert("a", 3), Some(1));
/// assert_eq!(map.iter().map(|(key, _)| *key).collect::<String>(), "ab");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

/// Keys with their values, in the order of the keys.
pub type Pairs<'a, K, V> =
    std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

fn apart<K, V>(pair: &(K, V)) -> (&K, &V) {
    (&pair.0, &pair.1)
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// A map without keys.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(own, _)| own.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Whether there is such a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Gives a key a value; the value before it is given back.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => {
                let old = self.0.get_mut(place)?;
                Some(std::mem::replace(&mut old.1, value))
            }
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// The value of a key, made first where there is none.
    pub fn get_or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> Option<&mut V> {
        let place = match self.find(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, value()));
                place
            }
        };
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Keys with their values, in the order of the keys.
    pub fn iter(&self) -> Pairs<'_, K, V> {
        self.0.iter().map(apart)
    }

    /// The keys in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps only the pairs that are wanted.
    pub fn retain(&mut self, is_wanted: impl Fn(&K, &V) -> bool) {
        self.0.retain(|(key, value)| is_wanted(key, value));
    }

    /// Takes all keys out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for SortedMap<K, V> {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K: Ord, V> IntoIterator for &'a SortedMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Pairs<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::SortedMap;

    #[test]
    fn keys_stand_once_and_in_order() {
        let mut map: SortedMap<String, u32> = SortedMap::new();
        for (key, value) in [("c", 1), ("a", 2), ("b", 3), ("a", 4)] {
            map.insert(key.to_owned(), value);
        }
        assert_eq!(map.keys().map(String::as_str).collect::<String>(), "abc");
        assert_eq!(map.values().copied().collect::<Vec<_>>(), [4, 3, 1]);
        assert_eq!((map.get("b"), map.get("d")), (Some(&3), None));
        assert_eq!((map.remove("b"), map.remove("b")), (Some(3), None));
        assert!(map.contains_key("c") && map.len() == 2 && !map.is_empty());
        if let Some(value) = map.get_or_insert_with("e".to_owned(), || 7) {
            *value += 1;
        }
        assert_eq!(map.get("e"), Some(&8));
        let same: SortedMap<_, _> = [
            ("e".to_owned(), 8),
            ("a".to_owned(), 4),
            ("c".to_owned(), 1),
        ]
        .into();
        assert_eq!(map, same);
        map.clear();
        assert_eq!(map, SortedMap::default());
    }
}
