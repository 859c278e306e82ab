// Runs inside a frame: tells the page around it how high the content is, whenever that changes, in the formats that pages already listen to.
// Embeds hold it inline, without its comments; the app loads it as a file where it is embedded itself.
{
  const root = document.documentElement;
  const given = (name) => new URLSearchParams(location.search).get(name);
  const theme = given("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const alone = parent === window;
  if (alone) root.dataset.alone = "";

  const chart = location.pathname.split("/").pop().split(".")[0] || "zhibiao";
  const pym = given("childId");
  const secret = /[?&#]secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1];
  const send = (message) => parent.postMessage(message, "*");
  let last = 0;
  const tell = (again) => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!height || (height === last && !again)) return;
    last = height;
    // Datawrapper
    send({ "datawrapper-height": { [chart]: height } });
    // AMP, @newswire/frames and our own element
    send({ sentinel: "amp", type: "embed-size", height });
    // Medium and Embedly
    send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) send({ message: "height", value: height, secret });
  };

  // The app has taken its page over, and needs a moment to draw what its address asks for. Until then it shows nothing.
  addEventListener("zhibiao-ready", () => setTimeout(() => {
    root.dataset.live = "";
    // What was drawn unseen is laid out anew for the room there is.
    dispatchEvent(new Event("resize"));
    if (!alone) tell(true);
  }, 50));

  const start = () => {
    // The other language is asked for with all that the page around has asked of this one.
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.search = location.search;
      link.hash = location.hash;
    }
    // A sandboxed frame cannot open pages: what would do nothing is no link.
    if (origin === "null") for (const link of document.querySelectorAll("a[target]")) link.remove();
    if (alone) return;
    new ResizeObserver(() => tell()).observe(document.body);
    addEventListener("load", () => tell(true));
    // Pages that begin to listen late ask once more: WordPress, @newswire/frames, pym.
    addEventListener("message", ({ source, data }) => {
      if (source === parent && (data?.message === "ready" || data?.type === "frames-init" || /^pymx/.test(data))) tell(true);
    });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}
