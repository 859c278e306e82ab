use zhibiao::{
    find::{amount, era, time},
    link::{firm, home, sentence::Doc},
    text, token,
};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let t = std::fs::read_to_string(&args[1]).unwrap();
    let clean = text::clean(&t);
    let era = era::era(&t);
    let date = zhibiao::find::dateline::dateline(&t).map(|d| d.0);
    let times = time::times(&clean.chars, date, era);
    let (amounts, _) = amount::amounts(&clean.chars, &times);
    let tokens = token::tokens(&clean.chars, &amounts, &times);
    let doc = Doc {
        chars: &clean.chars,
        tokens: &tokens,
        amounts: &amounts,
        times: &times,
        date,
    };
    if args.len() > 2 {
        for t in &tokens {
            print!("{}", doc.text(t.span));
            match t.kind {
                token::Kind::Amount(_) => print!("#"),
                token::Kind::Time(_) => print!("@"),
                token::Kind::Zone(_) => print!("ZONE"),
                token::Kind::Place => print!("PLACE"),
                token::Kind::Noun(_) => print!("N"),
                token::Kind::Word(c) if c == zhibiao::cue::Classes::NONE => print!("?"),
                token::Kind::Word(_) => print!("w"),
                token::Kind::Mark(_) => {}
            }
            print!(" ");
            if t.is_mark("\n") {
                println!()
            }
        }
        println!();
    }
    println!("date {:?}", date);
    println!("zone {:?}", home::own_zone(&doc, None, &t));
    for f in firm::firms(&doc) {
        print!("{} ", doc.text(f));
    }
    println!();
}
