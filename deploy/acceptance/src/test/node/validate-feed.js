// Walks an RPDE feed with the validator of OpenActive and prints what it finds: severity, rule, address, message.
const { RpdeValidator } = require('@openactive/rpde-validator');

const [feed] = process.argv.slice(2);
RpdeValidator(feed, { pageLimit: 200, timeoutMs: 20000 }).then((log) => {
  console.log(`pages\t${log.pages.length}`);
  for (const page of log.pages) {
    for (const error of page.errors) {
      console.log([error.severity, error.rule, page.url, error.message].join('\t'));
    }
  }
});
