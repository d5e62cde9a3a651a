// Checks every document of GitLab files against GitLab's published schema: node validate.js FILE...
// A problem is a line on standard error; the exit code is 1 when there are any.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');
const addFormats = require('ajv-formats');
const { parseAllDocuments } = require('yaml');

const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'gitlab-ci.schema.json'), 'utf8'));
// The schema leaves types to its references, and has a keyword for editors.
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false, keywords: ['markdownDescription'] });
addFormats(ajv);
const validate = ajv.compile(schema);

let problems = 0;
const report = text => {
  problems++;
  console.error(text);
};

for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(fs.readFileSync(file, 'utf8'), { merge: true })) {
    document.errors.forEach(error => report(`${file}: ${error.message}`));
    if (document.errors.length === 0 && !validate(document.toJS()))
      validate.errors.forEach(error => report(`${file}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`));
  }
}
process.exit(problems === 0 ? 0 : 1);
