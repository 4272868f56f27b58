import type { messages as vi } from './messages.vi.ts'

export const messages: typeof vi = {
  noCommand: (name) => `There is no command «${name}»; these are:`,
  usage: (usage) => `Usage: ansinh ${usage}`,
  help: [
    'Every command knows --json (the result as one JSON value), --lang vi or en, and --help. Progress goes to standard error.',
    'It ends with 0 when done, 1 when refused or when a check found something wrong, 2 when asked for wrongly.',
    'Settings come from the environment; docs/operations.md lists them.',
  ],
  internal: (what, incident) =>
    `The command ended by a fault: ${what}. Run it again; if it stays, report it with the code ${incident}.`,
  missing: (what) => `${what} is missing.`,
  unknownOption: (option) => `There is no option ${option}.`,
  optionNeedsValue: (option) => `The option ${option} is not as it should be: see the usage.`,
  notAYear: (option) => `${option} is a year, such as 2027; --area is the number of a unit.`,
  notAMonth: (option) => `${option} is a month, such as 2026-11.`,
  notACalendarYear: 'YEAR is a year, such as 2028.',
  notACalendarLine: (line) =>
    `“${line}” is no day of a calendar. A line is: day, off|instead|worked, name; such as 2028-01-03,instead,Tết Dương lịch.`,
  notADay: (option) => `${option} is a day, such as 2026-11-20.`,
  notANumber: (option) => `${option} is a whole number.`,
  notOneOf: (option, values) => `${option} is one of ${values.join(', ')}.`,
  notAPort: (text) => `--port ${text} is not a port.`,
  notMonths: '--within is a number of months, from 1 to 12.',
  notAPage: '--page is a number, from 1.',
  noSuchArea: (code, day) => `--area ${code} is the code of no unit on ${day}.`,
  notAnArea: (text) => `--area ${text} is not the number of a unit; 0 is the whole country.`,
  noProvider: (code) => `No provider is called ${code}.`,
  noEnvelope: (code) => `No envelope is called ${code}.`,
  noRunYet: 'There is no run yet: --area says for which unit, by its code.',
  runsAlready: 'There are runs already; the first month cannot be moved under them.',
  notAUsername: '--username takes 3 to 30 lower-case letters, digits, dots and underscores.',
  password: 'Password: ',
  noPassword: 'The password is read from the first line of standard input.',
  demonstrationThere: (size, until) =>
    `There is a demonstration already (${size}, through ${until}). Set ANSINH_HOME to an empty directory for another, or give --unless-there to leave it as it is.`,
  noDemonstration: 'This database holds no finished demonstration: run `ansinh demo create` first.',
  building: 'Building the web application …',
  databaseGone: (directory) =>
    `The embedded database has stopped and does not start again. See server.log in ${directory}/data, mend it and run ansinh serve again.`,
  sharedData: (directory) =>
    `Another process already works with the data in ${directory}; both share it. For data of its own, set ANSINH_HOME.`,
  unsoundLaw: (fault, more) =>
    `The law of this program is not sound: ${fault}${more > 0 ? ` (and ${more} more)` : ''}`,
  unreadable: (file) => `${file} cannot be read.`,
  notJson: (file) => `${file} is not JSON.`,
  problems: {
    'geography.area_not_found': ({ id }) =>
      `There is no unit with the number ${String(id)}. Check the number of the unit (areaId); its administrative code is another.`,
    'geography.calendar_day_wrong': ({ day }) =>
      `${String(day)} does not fit: a day off is a weekday, a day worked instead a Saturday, and both of the year named.`,
    'geography.calendar_year_wrong': ({ year }) =>
      `The days of ${String(year)} are none, or one stands there twice.`,
  },
  refusedAs: (code, details) =>
    `This was refused, and there are no words for it yet. Report the code ${code}${details}.`,
  noSuchCase: (id) => `There is no case ${id}.`,
  cases: {
    elsewhere: 'runs elsewhere:',
    right: 'ok   ',
    wrong: 'WRONG',
    gives: (given, wanted) => `gives ${given}, wanted ${wanted}`,
    starts: (given, wanted) => `starts in ${given}, wanted ${wanted}`,
    checked: (found) =>
      `Cases: ${found.cases}, months: ${found.months}, each by ${found.by}; cases of events and other rights: ${found.others}, of time limits: ${found.ofTime}: ${found.wrong === 0 ? 'all right' : `${found.wrong} wrong`}.`,
    sql: 'The evaluator in SQL needs PostgreSQL and is not asked by this command; modules/entitlement/domain/evaluators/sql.test.ts asks it the same cases.',
  },
  progress: {
    territory: 'Applying',
    budget: 'Estimating',
    register: 'Reading the register',
    people: 'people',
    demonstration: 'Creating the demonstration province',
    audit: 'Following the audit trail',
    population: 'Population register',
    outreach: 'Looking at everybody',
    import: 'Reading the list',
    payroll: (month) => `Drawing up ${month}`,
  },
  duplicates: {
    reading: 'Reading',
    records: 'lines',
    notADelimiter: '--delimiter is one sign, such as «;»; write \\t for a tab.',
    noColumns: (file, missing, columns) => `${file}: there is no column ${missing}. The file has ${columns}.`,
    unwritable: (file) => `${file}: the file cannot be written.`,
    unknown_field: (part, known) => `«${part}» names a field that is not among fields; there are ${known}.`,
    unknown_part: (part, known) => `«${part}» is nothing to block by; there are ${known}.`,
    unknown_comparison: (part, known) => `«${part}» is no comparison; there are ${known}.`,
    unreadable: {
      empty: () => 'the file is empty.',
      not_text: (line) => `line ${line} is no text; is this a CSV file?`,
      wrong_encoding: (line, encoding) =>
        `around line ${line} there is text that is not ${encoding}. Save the file as UTF-8, or name its encoding with --encoding, such as windows-1258.`,
      unknown_encoding: (_, encoding) => `the encoding ${encoding} is not known.`,
      quote_open: (line) => `the quotation mark opened on line ${line} is never closed.`,
      too_many_cells: (line, cells) => `line ${line} has ${cells} cells, more than the first line.`,
      header_twice: (_, column) => `the column «${column}» is twice in the first line.`,
    },
    looked: (records, compared, seconds) =>
      `Read ${records} lines, compared ${compared} pairs in ${seconds} seconds.`,
    found: (possible, sure) => `${possible} pairs may be one person, ${sure} of them surely.`,
    fewToLearnFrom: (records) =>
      `Mind: ${records} records are too few to learn weights from; points rest on what is known of names, births and numbers, so no pair is called sure. Look at each pair.`,
    quality: (precision, recall, f1) =>
      `By the column that knows: ${precision} of the pairs found are right, ${recall} of the true pairs are found, F1 ${f1}.`,
    reach: (share) => `Blocking brings ${share} of the true pairs to be compared.`,
    atBound: (bound, precision, recall, f1) =>
      `  from ${bound} points: precision ${precision}, recall ${recall}, F1 ${f1}`,
    pair: (one, other, score, likely, verdict) => `${one} · ${other}: ${score} points, ${likely}, ${verdict}`,
    more: (count) => `… and ${count} pairs more; write all of them into a file with --out.`,
  },
  summaries: {
    serve:
      'Start the program: database, migrations, demonstration on the first start, web and background work.',
    worker: 'Do background work only, beside one or more `serve` of the same database.',
    migrate: 'Bring the database to the state this program expects; it may be run again at any time.',
    demoCreate:
      'Create the demonstration province in an empty database; the same order gives the same province.',
    demoVerify:
      'Hold the demonstration against the figures it was made from; ends with 1 where one is wrong.',
    machineCreate: 'Let another system call in for a unit; prints its key once, good for a year.',
    userCreate: 'Create a user, such as the first administrator; the password is read from standard input.',
    peopleImport:
      'Read a list of beneficiaries and check each row; with --accept, take every suggestion; with --apply, take the good rows into the register.',
    peopleDuplicates:
      'Finds the lines of a CSV file that are one person, each pair with its reasons; how to compare is in the file of --config, examples in docs/examples.',
    lawExplain:
      'Say what the law gives a person or a household told in a file, in a month and for what happened, and why; docs/examples shows such files.',
    lawBook: 'Print the whole law as it stood on a day, by what was known on another.',
    lawDiff: 'Say what the law says otherwise on one day than on another, with both sources.',
    lawCases:
      'Ask every evaluator every case of the law now, and count the cases of each article; ends with 1 where one is wrong.',
    budgetEstimate: 'Estimate a year from the register and the law, and keep it as a version.',
    simulate:
      'Reckon what the scenario in a file would cost a month; docs/examples shows such a file. Nothing is saved.',
    payrollOpen:
      'Say which month this installation pays first, once, before its first run: what was paid earlier was paid elsewhere.',
    payrollGenerate:
      'Draw up the payroll of a month, for the unit named or the largest that has had one; --rest leaves out who has one already.',
    payrollShow: 'List the runs; with a month, show its totals and what changed since the month before.',
    payrollReplay:
      'Work the lists out again by every evaluator, as was known when they were drawn up; ends with 1 where a line differs.',
    paymentsExport: 'Writes the file of orders of an envelope that was sent, the same to the byte.',
    paymentsImport: 'Reads an answer of a bank or post office, however large; read again it changes nothing.',
    paymentsProtect: 'Says whether files to a provider and back are signed and encrypted.',
    paymentsVerify: 'Checks everything the books of payments promise; ends with 1 and names what breaks it.',
    paymentsConnect: 'Says how files travel to a provider and back: by hand, through folders or over HTTP.',
    populationExport: 'Write everybody with a number to a file, for a population register on trial',
    areasChange:
      'Check a file of changes of communes and count whom it concerns; --dry-run keeps nothing, --apply applies each of its days',
    areasBoundaries:
      'Check outlines of communes in a GeoJSON, TopoJSON or zipped Shapefile; --keep keeps the sound ones',
    populationSync: 'Read what changed in the population register',
    populationVerify: 'Compare whoever receives something with the population register',
    outreachRefresh:
      'Bring the lists of who will gain, lose or change a right up to date now; or look at everybody anew.',
    outreachList:
      'Who will gain, lose or change a right, or has one unused; a page of fifty, most urgent first.',
    calendarEnter:
      'Enters the days off and worked of a year as they were announced; until then it is as the law lets expect.',
    auditVerify:
      'Follow the whole audit trail; ends with 1 and names the first entry that was changed, removed or moved.',
    docs: 'Write the pages of the handbook that come from the program: who may do what, and the procedures.',
  },
  promises: {
    'debit and credit are equal': 'debit and credit are equal',
    'no unit is out of balance': 'no unit is out of balance',
    'no provider has paid what it did not have': 'no provider has paid what it did not have',
    'no month has paid what was not there yet': 'no month has paid what was not there yet',
    'nobody is owed less than nothing': 'nobody is owed less than nothing',
    'what is owed of what nobody was paid is what of it is due':
      'what is owed of orders that came to nothing is what of them is due',
    'nobody owes less than nothing': 'nobody owes less than nothing',
    'what is transferred is spent from the budget, and no more':
      'what is transferred is spent from the budget, and no more',
    'nothing is held that is less than nothing': 'nothing is held that is less than nothing',
    'what lies at a provider is what did not arrive': 'what lies at a provider is what did not arrive',
    'what is given back is on the books, and nothing else':
      'what is given back is on the books, and nothing else',
    'no budget line has spent less than nothing': 'no budget line has spent less than nothing',
    'a line of a list is paid once': 'a line of a list is paid once',
    'what is paid for a month is what lists gave for it':
      'what is paid for a month is no more than lists gave for it',
    'an order is executed once': 'an order is executed once',
    'what is paid is on the books, and nothing else': 'what is paid is on the books, and nothing else',
    'control totals are what the orders come to': 'control totals are what the orders come to',
    'what stands where is what the orders come to': 'what stands where is what the orders come to',
    'an order is for what it is made of': 'an order is for what it is made of',
    'what a clerk said is in an answer': 'what a clerk said is in an answer',
    'every order that was sent has ended': 'every order that was sent has ended',
    'nothing of an answer waits for a person': 'nothing of an answer waits for a person',
    'a settled recovery has nothing open': 'a settled recovery has nothing open',
  },
  results: {
    knownMonth: 'Month it starts from',
    grants: (grants) => `${grants} grants`,
    backtest: (then, now, paid) =>
      `The year before: estimated ${then} (law as known then), ${now} (as known now), approved lists ${paid}`,
    yearEntered: (year, days) =>
      `${year}: ${days} days. The days of open files are counted anew within the hour.`,
    nothingToDo: 'Nothing to do.',
    demonstration: (size, until) => `Demonstration (${size}) through ${until}.`,
    figure: (verdict, what, found, wanted) => `${verdict} ${what}: ${found}, wanted ${wanted}`,
    promise: (verdict, what, broken) =>
      `${verdict} ${what}${broken.length === 0 ? '' : `: ${broken.join('; ')}`}`,
    lineOfList: (line) =>
      `person ${line.person}, ${line.benefit} for ${line.benefitMonth}, list of ${line.listMonth}, paid ${line.paid}`,
    given: (amount) => `, given by the list ${amount}`,
    trialBalance: (debit, credit) => `Debit ${debit}, credit ${credit}.`,
    userCreated: (username, id) => `Created ${username} (${id}).`,
    opened: (month) => `The first month to pay is ${month}.`,
    answerRead: (lines, moved, isNew) =>
      isNew
        ? `${linesOf(lines)} read; new results of orders: ${moved}.`
        : 'This file was read before; nothing has changed.',
    noRun: (month) => `No run for ${month}.`,
    tally: (people, lines, amount) => `${peopleOf(people)}, ${linesOf(lines)}, ${amount}`,
    total: 'total',
    since: (month) => `since ${month}:`,
    people: peopleOf,
    inputs: 'inputs',
    notFrozen: 'not yet frozen',
    replayed: (lists, differences) => `lists: ${lists}, differences: ${differences}`,
    replayedRun: (run) =>
      `${run.month}: ${peopleOf(run.people)}, ${linesOf(run.lines)}, ${run.arrears} of them arrears, ${run.amount}, ${run.differences} differences`,
    otherwiseWritten: (lines) => `, ${linesOf(lines)} by rules written otherwise since`,
    replayedLine: (line) =>
      `${line.month}: ${line.person}, ${line.component} for ${line.benefitMonth}: ${line.by} gives ${line.now}, paid ${line.paid}`,
    exported: (people, path) => `Wrote ${people} people to ${path}.`,
    synced: (taken, last) => `Read ${taken} changes, up to number ${last}.`,
    compared: (match, mismatch, notFound) => `Agree: ${match}. Differ: ${mismatch}. Not found: ${notFound}.`,
    looked: (people) => `Looked at ${peopleOf(people)}.`,
    perMonth: (amount) => `${amount} a month`,
    page: (page, pages) => `page ${page} of ${pages}`,
    whole: (entries, head) => `Whole: ${entries} entries, the last hash is ${head}.`,
    flawed: (sequence, why, entries) =>
      `The trail has ${entries} entries; the first that does not fit is ${sequence}: ${why}. Tell whoever answers for security at once.`,
    importedBefore: 'This file was brought in for this unit before: nothing was done again.',
    noColumn: (fields) => `No column was recognised for: ${fields}`,
    byLaw: 'By the law in force',
    byScenario: 'By the scenario',
    ofAwards: (amount) => `Difference of those who receive already: ${amount} a month`,
    ofFresh: (people, amount, takeUp) =>
      `Newly eligible: ${peopleOf(people)}, ${amount} a month if ${takeUp}% apply`,
    cost: (monthly, fullYear) => `Together: ${monthly} a month, ${fullYear} a year`,
    touched: (counts) =>
      `Raised ${counts.raised}, lowered ${counts.lowered}, gained ${counts.gained}, lost ${counts.lost}, switched ${counts.switched}, unchanged ${counts.unchanged} people`,
  },
}

function peopleOf(count: string): string {
  return count === '1' ? '1 person' : `${count} people`
}

function linesOf(count: number | string): string {
  return String(count) === '1' ? '1 line' : `${count} lines`
}
