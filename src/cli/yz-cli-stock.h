/* What the commands on stock share: `stock` and its verbs. */
#pragma once

#include "yz-cli.h"

G_BEGIN_DECLS

/**
 * yz_cli_stock_find:
 * @text: an id, a code, or the name in full, which only one record may have
 *
 * Returns: (transfer full) (nullable): the record of @kind, or %NULL after saying what is wrong
 */
YzRecord *yz_cli_stock_find (YzStore *store, const YzKind *kind, const char *text);

/**
 * yz_cli_stock_dup_place:
 * @text: as yz_cli_stock_find(), of a station or a place
 *
 * Returns: (transfer full) (nullable): the id, or %NULL after saying what is wrong
 */
char *yz_cli_stock_dup_place (YzStore *store, const char *text);

/**
 * yz_cli_stock_read_day:
 * @text: (nullable): a date, also in the shorthands of yz_date_from_shorthand()
 * @day: (out) (transfer full) (nullable): YYYY-MM-DD, %NULL if @text is
 *
 * Returns: %FALSE after saying what is wrong
 */
gboolean yz_cli_stock_read_day (YzCli *cli, const char *text, char **day);

/**
 * yz_cli_stock_read_time:
 * @text: an instant, or a date as above
 * @whole_day: whether a date means its last instant, not its first
 * @time: (out): milliseconds since 1970-01-01T00:00Z
 *
 * Returns: %FALSE after saying what is wrong
 */
gboolean yz_cli_stock_read_time (YzCli *cli, const char *text, gboolean whole_day, gint64 *time);

/**
 * yz_cli_stock_read_happened:
 * @text: (nullable): an instant, or what yz_stock_when_parse() reads
 * @at: (out): likewise; now if @text is %NULL
 *
 * Returns: %FALSE after saying what is wrong, as with what is still to come
 */
gboolean yz_cli_stock_read_happened (YzCli *cli, const char *text, gint64 *at);

/**
 * yz_cli_stock_append_member:
 * @text: (nullable): %NULL becomes null
 *
 * Appends a comma and a member of an object to a JSON text.
 */
void yz_cli_stock_append_member (GString *out, const char *name, const char *text);

/**
 * yz_cli_stock_append_number:
 *
 * The same for a whole number.
 */
void yz_cli_stock_append_number (GString *out, const char *name, gint64 number);

/**
 * yz_cli_stock_apply:
 * @edit: (transfer full) (nullable): %NULL if it could not be made
 * @failure: (nullable): why not
 *
 * Returns: a #YzCliExit
 */
int yz_cli_stock_apply (YzStore *store, YzEdit *edit, const GError *failure);

/* stock cabinet, stock kit, stock equipment, stock audit: as below. */
int yz_cli_stock_cabinet (YzCli *cli, int argc, char **argv);
int yz_cli_stock_kit (YzCli *cli, int argc, char **argv);
int yz_cli_stock_audit (YzCli *cli, int argc, char **argv);
int yz_cli_stock_equipment (YzCli *cli, int argc, char **argv);

/* stock due, ledger and take-back: @argv begins with that word, as in the commands of yz-cli.h. */
int yz_cli_stock_due (YzCli *cli, int argc, char **argv);
int yz_cli_stock_ledger (YzCli *cli, int argc, char **argv);
int yz_cli_stock_take_back (YzCli *cli, int argc, char **argv);

/**
 * yz_cli_stock_do:
 * @argv: the first element is the verb
 *
 * receive, issue, write-off, return, move, transfer and arrive.
 *
 * Returns: a #YzCliExit; -1 if there is no such verb
 */
int yz_cli_stock_do (YzCli *cli, int argc, char **argv);

/**
 * yz_cli_stock_count:
 * @argv: the first element is "count", the second its verb
 *
 * Stocktakes: begin, list, show, enter, find, explain, finish, reopen, cancel, confirm and take-back.
 *
 * Returns: a #YzCliExit
 */
int yz_cli_stock_count (YzCli *cli, int argc, char **argv);

G_END_DECLS
