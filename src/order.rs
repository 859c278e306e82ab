//! Sorting, once for all types. The standard library's sorts are compiled anew for every type and every order, some 4 KB each; here one merge sort
//! orders places, and only putting the items there is compiled for each type.

use std::cmp::Ordering;

/// Sorts items; equal ones keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for (a, b) in swaps(items.len(), &|a, b| compare(&items[a], &items[b])) {
        items.swap(a, b);
    }
}

/// Sorts items by a key of each; items with equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The different ones among the items, sorted.
pub fn different<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    sort_by(&mut items, T::cmp);
    items.dedup();
    items
}

/// The places to swap, one after the other, that bring items in order.
fn swaps(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut goes_to = vec![0; len];
    for (to, from) in order(len, compare).into_iter().enumerate() {
        goes_to[from] = to;
    }
    let mut swaps = Vec::new();
    for at in 0..len {
        while goes_to[at] != at {
            let to = goes_to[at];
            swaps.push((at, to));
            goes_to.swap(at, to);
        }
    }
    swaps
}

/// The places of items in their order: sorted runs, merged two by two into runs of twice the length.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, others_left @ ..], [b, others_right @ ..]) = (left, right) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = others_right;
                } else {
                    merged.push(*a);
                    left = others_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and repeat.
    fn numbers(len: usize) -> Vec<(usize, usize)> {
        (0..len).map(|i| (i * 7919 % 97 % (len / 2 + 1), i)).collect()
    }

    #[test]
    fn sorts_as_the_standard_library_does() {
        for len in (0..40).chain([255, 256, 257, 1000]) {
            let (mut ours, mut theirs) = (numbers(len), numbers(len));
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs, "{len} items, equal ones in their order");
            sort_by(&mut ours, |a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            assert_eq!(ours, theirs, "{len} items, backwards");
        }
    }

    #[test]
    fn different_ones_stand_once() {
        assert_eq!(different(vec!["乙", "甲", "乙", "丙", "丙"]), ["丙", "乙", "甲"]);
        assert_eq!(different(Vec::<u8>::new()), []);
    }
}
