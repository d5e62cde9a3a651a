"""The releases of the application: the migrations that each knows, and the columns that its code reads."""

CREATE = ("20260101120000", "CreateCustomers", "CREATE TABLE customers (name text, fax text)", "DROP TABLE customers")
ADD = ("20260201120000", "AddPhoneToCustomers", "ALTER TABLE customers ADD COLUMN phone text", "ALTER TABLE customers DROP COLUMN phone")
DROP = ("20260301120000", "DropFaxFromCustomers", "ALTER TABLE customers DROP COLUMN fax", "ALTER TABLE customers ADD COLUMN fax text")
# It fails in its second statement.
WRONG = ("20260215120000", "CreateInvoices", "CREATE TABLE invoices (number text); ALTER TABLE customers ADD COLUMN phone text", "DROP TABLE invoices")

RELEASES = {
    "1a2b3c4d": ([CREATE], "name, fax"),
    # Additive: its code needs what it adds.
    "2b3c4d5e": ([CREATE, ADD], "name, fax, phone"),
    "bad0bad0": ([CREATE, ADD], "name, fax, phone"),
    "0badc0de": ([CREATE, ADD, WRONG], "name, fax, phone"),
    # Subtractive: the code before it needs what it takes away.
    "3c4d5e6f": ([CREATE, ADD, DROP], "name, phone"),
    # Of one's own machine: an image that is built from this one knows what its source knows.
    "1.18.2": ([CREATE, ADD], "name, fax, phone"),
}
