// Every view of the site, for the tests that hold of all of them.

/** Name of each view, and how to get there from the start; the interface may be in either language. */
export const VIEWS = {
  overview: (visit) => go(visit, "overview"),
  zones: async (visit) => {
    await go(visit, "overview");
    await visit.page.locator("main a[href='zone/'], main a[href^='zone/#']").first().click();
    await visit.page.locator("main[data-page=zone] .every").waitFor();
  },
  zone: async (visit) => {
    await VIEWS.zones(visit);
    await visit.page.locator("main .every a").first().click();
    await visit.page.locator("main[data-page=zone] table").waitFor();
  },
  reports: (visit) => go(visit, "report"),
  report: async (visit) => {
    await go(visit, "report");
    await visit.page.locator("main li a[href*='report/']").first().click();
    await visit.page.locator("main p a.f").nth(3).click();
    await visit.page.locator("#inspector").waitFor();
    for (const summary of await visit.page.locator("main summary").all()) await summary.click();
  },
  chart: (visit) => explore(visit, 0),
  "chart, a mark explained": async (visit) => {
    await explore(visit, 0);
    await visit.page.locator("#panel svg a.mark").first().focus();
    await visit.page.locator(".tip").waitFor();
  },
  "chart, searching": async (visit) => {
    await explore(visit, 0);
    await visit.page.locator("#find").fill("jx");
    await visit.page.locator("#found li").first().waitFor();
    await visit.page.keyboard.press("ArrowDown");
  },
  projects: async (visit) => {
    await explore(visit, 0);
    await visit.page.locator("#indicator").selectOption("总投资");
    await visit.page.locator("#forms button").first().waitFor();
  },
  table: (visit) => explore(visit, 1),
  sources: (visit) => explore(visit, 2),
  figures: async (visit) => {
    await go(visit, "figures");
    await visit.page.locator("main summary").click();
    await visit.page.locator(".grid tbody a").first().focus();
  },
  "figures, merged and sorted": async (visit) => {
    await go(visit, "figures");
    await visit.page.evaluate(() => (location.hash = "o=merged&s=-value&v=holds"));
    await visit.page.locator("main [aria-sort]").waitFor({ state: "attached" });
  },
  "figures, nothing fits": async (visit) => {
    await go(visit, "figures");
    await visit.page.locator("#search").fill("no such figure");
    await visit.page.locator("main .nothing").waitFor();
  },
  check: (visit) => go(visit, "check"),
  "report, narrowed": async (visit) => {
    await go(visit, "report");
    await visit.page.locator("main li a[href*='report/']").first().click();
    await visit.page.locator("#only-verdict").selectOption({ index: 1 });
    await visit.settled();
  },
  "overview, a mark explained": async (visit) => {
    await go(visit, "overview");
    await visit.page.locator("main .chart svg a.mark:visible").first().focus();
    await visit.page.locator(".tip").waitFor();
  },
  "check, nothing fits": async (visit) => {
    await go(visit, "check");
    // A report whose findings all hold cannot differ.
    await visit.page.evaluate(() => (location.hash = "check?v=differs&r=no-such-report"));
    await visit.page.locator("main .nothing").waitFor();
  },
  add: (visit) => go(visit, "add"),
  method: (visit) => go(visit, "method"),
};

/** The pages in the order of the navigation. */
const ORDER = ["overview", "report", "explore", "figures", "check", "add", "method"];

async function go(visit, page) {
  await visit.page.locator("nav").first().locator("a").nth(ORDER.indexOf(page)).click();
  await visit.page.locator(`main[data-page=${page}]`).waitFor();
  await visit.settled();
}

async function explore(visit, tab) {
  await go(visit, "explore");
  await visit.page.getByRole("tab").nth(tab).click();
  await visit.settled();
}
