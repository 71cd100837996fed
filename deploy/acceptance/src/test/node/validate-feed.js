// Walks an RPDE feed with the validator of OpenActive and prints what it finds: severity, rule, address, message.
const { RpdeValidator } = require('@openactive/rpde-validator');

const [feed] = process.argv.slice(2);

// While it walks, the validator does not know yet that a page is the last one, and asks of it what it asks of the others: to be
// kept for an hour. The specification wants the last page, which has no items, to be kept shortly.
async function isLastPage(url) {
  const page = await (await fetch(url)).json();
  return page.items.length === 0;
}

async function main() {
  const log = await RpdeValidator(feed, { pageLimit: 200, timeoutMs: 20000 });
  console.log(`pages\t${log.pages.length}`);
  for (const page of log.pages) {
    for (const error of page.errors) {
      if (error.rule !== 'HttpCacheHeaderRule' || !(await isLastPage(page.url))) {
        console.log([error.severity, error.rule, page.url, error.message].join('\t'));
      }
    }
  }
}

main();
