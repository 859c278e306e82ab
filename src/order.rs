//! Sorting, once. The standard library's sorts are fast for millions of items and bring a copy of several kilobytes for every type that is
//! sorted; ours are for hundreds and share one.

use std::cmp::Ordering;

/// Sorts items by a key; equal ones keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items by a comparison; equal ones keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = order(items.len(), &|a, b| compare(&items[a], &items[b]) != Ordering::Greater);
    // Each round of places moves by swaps; a place that is done points to itself.
    for start in 0..items.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            items.swap(at, next);
            order[at] = at;
            at = next;
        }
        order[at] = at;
    }
}

/// Sorts items and drops repeated ones.
pub fn distinct<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
    items.dedup();
}

/// The places of `len` items in their order, by merging ever longer runs. `fits` says whether an item may stand before another.
fn order(len: usize, fits: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((&a, lefts)), Some((&b, rights))) = (left.split_first(), right.split_first()) {
                if fits(a, b) {
                    merged.push(a);
                    left = lefts;
                } else {
                    merged.push(b);
                    right = rights;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_items_are_dropped() {
        let mut items = vec![3, 1, 3, 2, 1];
        distinct(&mut items);
        assert_eq!(items, [1, 2, 3]);
    }

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u32;
        for len in 0..70 {
            let mut items: Vec<(u32, usize)> = (0..len)
                .map(|i| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, i)
                })
                .collect();
            let mut expect = items.clone();
            expect.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expect);
            expect.sort_by(|a, b| b.cmp(a));
            sort_by(&mut items, |a, b| b.cmp(a));
            assert_eq!(items, expect);
        }
    }
}
