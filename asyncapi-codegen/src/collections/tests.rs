//! They are what the standard ones are.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{HashMap, HashSet, SortedMap, SortedSet, sort};

proptest! {
    #[test]
    fn maps_do_what_the_standard_ones_do(steps in prop::collection::vec((0..3u8, 0..60u16, any::<u8>()), 0..300)) {
        let (mut ours, mut sorted) = (HashMap::new(), SortedMap::new());
        let mut theirs = BTreeMap::new();
        for (what, key, value) in steps {
            match what {
                0 => {
                    let old = theirs.insert(key, value);
                    prop_assert_eq!(ours.insert(key, value), old);
                    prop_assert_eq!(sorted.insert(key, value), old);
                }
                1 => {
                    let old = theirs.remove(&key);
                    prop_assert_eq!(ours.remove(&key), old);
                    prop_assert_eq!(sorted.remove(&key), old);
                }
                _ => {
                    let there = *theirs.entry(key).or_insert(value);
                    prop_assert_eq!(*ours.entry(key).or_insert(value), there);
                    prop_assert_eq!(*sorted.or_insert_with(key, || value), there);
                }
            }
        }
        let mut all: Vec<_> = ours.iter().map(|(key, value)| (*key, *value)).collect();
        all.sort_unstable();
        prop_assert_eq!(&all, &theirs.clone().into_iter().collect::<Vec<_>>());
        prop_assert_eq!(sorted.into_iter().collect::<Vec<_>>(), all);
        prop_assert!((0..60).all(|key| ours.get(&key) == theirs.get(&key)));
    }

    #[test]
    fn sets_and_sorting_do_what_the_standard_ones_do(list in prop::collection::vec((0..20u8, any::<u8>()), 0..100)) {
        let theirs: BTreeSet<_> = list.iter().copied().collect();
        let sorted: SortedSet<_> = list.iter().copied().collect();
        let ours: HashSet<_> = list.iter().copied().collect();
        prop_assert_eq!(sorted.iter().collect::<Vec<_>>(), theirs.iter().collect::<Vec<_>>());
        let mut first = Vec::new();
        list.iter().for_each(|it| if !first.contains(it) { first.push(*it) });
        prop_assert_eq!(ours.iter().copied().collect::<Vec<_>>(), first, "in the order of insertion");
        let (mut one, mut other) = (list.clone(), list);
        sort(&mut one, &|a, b| a.0.cmp(&b.0));
        other.sort_by_key(|it| it.0);
        prop_assert_eq!(one, other, "what is equal keeps its order");
    }
}

#[test]
fn large_maps_are_as_quick() {
    let map: HashMap<usize, usize> = (0..300_000).map(|at| (at * 7, at)).collect();
    assert!((0..300_000).all(|at| map.get(&(at * 7)) == Some(&at) && !map.contains_key(&(at * 7 + 1))));
    let sorted: SortedMap<usize, usize> = (0..300_000).map(|at| (at, at)).collect();
    assert_eq!((sorted.len(), sorted.get(&299_999)), (300_000, Some(&299_999)));
}
