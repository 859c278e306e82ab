//! What takes longer than a frame to draw, in pieces: one more whenever the browser has had its turn, so that a reader's press is answered at once.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The pieces to draw now, out of those that there are to be. Those whose turn is still to come stay as they were: to change a piece takes less than
/// to take it away and draw another. At first all are drawn, so that a page opens whole.
#[hook]
pub fn use_pieces<P: Clone + PartialEq + 'static>(pieces: Vec<P>) -> Vec<P> {
    let all = pieces.len();
    let shown = use_mut_ref(Vec::new);
    let turn = use_state(|| (pieces.clone(), all));
    let count = if turn.0 == pieces { turn.1 } else { 0 };
    use_effect_with((pieces.clone(), count), move |(pieces, count)| {
        let (pieces, next) = (pieces.clone(), count + 1);
        let timer = (next <= all).then(|| Timeout::new(0, move || turn.set((pieces, next))));
        move || drop(timer)
    });
    let mut now = pieces;
    now.truncate(count);
    if count < all {
        now.extend(shown.take().into_iter().skip(count));
    }
    shown.replace(now.clone());
    now
}
