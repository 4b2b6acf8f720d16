/*
 * yizhanctl: the library from the command line, with the same edits, history and undo as the window. A command is a
 * function and a line in the table of yz-cli.c.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzCliExit:
 * @YZ_CLI_DONE: all went as asked
 * @YZ_CLI_REFUSED: rows were refused, something was found, or a change was not allowed
 * @YZ_CLI_USAGE: the command line makes no sense
 * @YZ_CLI_CANNOT_OPEN: the workspace or a file cannot be opened, or the answer not be written
 */
typedef enum
{
  YZ_CLI_DONE = 0,
  YZ_CLI_REFUSED = 1,
  YZ_CLI_USAGE = 2,
  YZ_CLI_CANNOT_OPEN = 3,
} YzCliExit;

typedef struct _YzCli YzCli;

/**
 * yz_cli_run:
 *
 * Returns: the exit status of the program
 */
int yz_cli_run (int argc, char *argv[]);

/* For the commands */

/**
 * yz_cli_parse:
 * @entries: the command's own options
 * @arguments: what the command takes beside them, for the help text
 * @argv: (inout): without the options afterwards, and ended by %NULL; the first element is the command
 *
 * Returns: %FALSE if the options make no sense, which has been said
 */
gboolean yz_cli_parse (YzCli *cli, const GOptionEntry *entries, const char *arguments, int *argc, char ***argv);

/**
 * yz_cli_set_group:
 * @group: (nullable): the words that stand before @argv[0], "stock count"; it has to outlive @cli
 *
 * What the help text of the commands of a command begins with.
 */
void yz_cli_set_group (YzCli *cli, const char *group);

/**
 * yz_cli_open:
 *
 * Opens the workspace, once.
 *
 * Returns: (transfer none) (nullable): the store, or %NULL after saying why not
 */
YzStore *yz_cli_open (YzCli *cli, YzStoreFlags flags);

/**
 * yz_cli_get_workspace:
 *
 * Returns: (transfer none) (nullable): the path after --workspace
 */
const char *yz_cli_get_workspace (YzCli *cli);

/**
 * yz_cli_get_clock:
 *
 * Returns: (transfer none): the clock of this run
 */
YzClock *yz_cli_get_clock (YzCli *cli);

/**
 * yz_cli_get_ids:
 *
 * Returns: (transfer none): where new records get their ids
 */
YzIdFactory *yz_cli_get_ids (YzCli *cli);

/**
 * yz_cli_find_kind:
 *
 * Returns: (transfer none) (nullable): the kind of that name, or %NULL after saying that there is none
 */
const YzKind *yz_cli_find_kind (const char *name);

/**
 * yz_cli_find_field:
 *
 * Returns: (transfer none) (nullable): the field of that name, or %NULL after saying that there is none
 */
const YzField *yz_cli_find_field (const YzKind *kind, const char *name);

/**
 * yz_cli_fail:
 *
 * Says what went wrong, on standard error.
 *
 * Returns: the exit status that fits @error
 */
int yz_cli_fail (const GError *error);

/**
 * yz_cli_usage:
 * @format: a translated sentence
 *
 * Says on standard error what is wrong with the command line.
 *
 * Returns: %YZ_CLI_USAGE
 */
int yz_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * yz_cli_say:
 *
 * A line on standard error, for people.
 */
void yz_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * yz_cli_put:
 *
 * Text on standard output, in UTF-8 whatever the locale: it may be read by a program.
 */
void yz_cli_put (const char *text);

/**
 * yz_cli_put_document:
 * @document: JSON
 *
 * One JSON document and a line end on standard output.
 */
void yz_cli_put_document (GString *document);

/**
 * yz_cli_put_findings:
 * @findings: (element-type utf8): sentences
 *
 * A line for each on standard output, or one array of JSON.
 */
void yz_cli_put_findings (GPtrArray *findings, gboolean json);

/*
 * The commands. @argv[0] is the command itself, the rest its own options and operands, which `yizhanctl COMMAND --help`
 * and the man page explain. Each returns a YzCliExit.
 */

int yz_cli_add (YzCli *cli, int argc, char **argv);
int yz_cli_basemap (YzCli *cli, int argc, char **argv);
int yz_cli_check (YzCli *cli, int argc, char **argv);
int yz_cli_delete (YzCli *cli, int argc, char **argv);
int yz_cli_export (YzCli *cli, int argc, char **argv);
int yz_cli_guide (YzCli *cli, int argc, char **argv);
int yz_cli_history (YzCli *cli, int argc, char **argv);
int yz_cli_hours (YzCli *cli, int argc, char **argv);
int yz_cli_import (YzCli *cli, int argc, char **argv);
int yz_cli_init (YzCli *cli, int argc, char **argv);
int yz_cli_kinds (YzCli *cli, int argc, char **argv);
int yz_cli_list (YzCli *cli, int argc, char **argv);
int yz_cli_redo (YzCli *cli, int argc, char **argv);
int yz_cli_sample (YzCli *cli, int argc, char **argv);
int yz_cli_set (YzCli *cli, int argc, char **argv);
int yz_cli_show (YzCli *cli, int argc, char **argv);
int yz_cli_stock (YzCli *cli, int argc, char **argv);
int yz_cli_undo (YzCli *cli, int argc, char **argv);

G_END_DECLS
