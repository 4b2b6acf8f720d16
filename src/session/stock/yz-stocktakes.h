/*
 * Stocktakes (盘点): what is done with them. Its lines are frozen when it begins, in the order of the printed sheet; the
 * station keeps working. A count holds for its own instant: what the books had then is what it is compared with, and
 * what moves later comes on top. Confirming makes a movement of each counted line and leaves the others alone; undo
 * takes them back by counter-entries.
 *
 * Each verb makes one edit. All of them read the workspace: blocking, for the command line, tests and workers.
 */
#pragma once

#include "yz-stocktake-sheet.h"

G_BEGIN_DECLS

/**
 * YzStocktakeState:
 *
 * The choices of the field "state" of stocktakes, in their order.
 */
typedef enum
{
  YZ_STOCKTAKE_COUNTING,
  YZ_STOCKTAKE_COUNTED,
  YZ_STOCKTAKE_CONFIRMED,
  YZ_STOCKTAKE_CANCELLED,
} YzStocktakeState;

/**
 * yz_stocktake_get_state:
 *
 * Returns: the state of a record of kind "stocktake"
 */
YzStocktakeState yz_stocktake_get_state (YzRecord *stocktake);

/**
 * YzStocktakePlan:
 * @at: when it begins, milliseconds since 1970-01-01T00:00Z
 * @number: (nullable): %NULL for the next free one of that day, "PD-260117-03"
 * @place: an id of a station, all of whose places are counted, or of one place
 * @items: (nullable) (array zero-terminated=1): ids, where not everything is counted
 * @blind: whether those who count see what the books have
 * @counted_by: (nullable): who counts
 * @due: (nullable): until when, YYYY-MM-DD
 * @note: (nullable): for the sheet
 */
typedef struct
{
  gint64 at;
  const char *number;
  const char *place;
  const char *const *items;
  gboolean blind;
  const char *counted_by;
  const char *due;
  const char *note;
} YzStocktakePlan;

/**
 * yz_stocktake_make_begin:
 * @id: (out) (optional) (transfer full): of the stocktake
 *
 * Lists what the books have at the place, what was there within the last quarter of a year, and what is kept there
 * though nothing is left of it: those who count shall see that too.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_stocktake_make_begin (YzStore *store, const YzStocktakePlan *plan, char **id, GError **error);

/**
 * YzStocktakeEntry:
 * @line: its number
 * @counted: how many there are, -1 to make it uncounted again
 * @again: whether it is the second count, which then holds
 * @at: when it was counted, milliseconds since 1970-01-01T00:00Z
 * @reason: (nullable): of the difference; %NULL leaves what is there
 */
typedef struct
{
  guint line;
  gint64 counted;
  gboolean again;
  gint64 at;
  const char *reason;
} YzStocktakeEntry;

/**
 * yz_stocktake_check_counting:
 *
 * Returns: whether counts may be entered; %FALSE with a %YZ_MODEL_ERROR_TRANSITION that says what has to be done first
 */
gboolean yz_stocktake_check_counting (YzRecord *stocktake, GError **error);

/**
 * yz_stocktake_add_entry:
 * @sheet: as it was loaded
 * @edit: to which it is added
 *
 * Writes down what was counted in one line. A first count makes a second one void.
 */
gboolean yz_stocktake_add_entry (YzStore *store, const YzStocktakeSheet *sheet, YzEdit *edit,
                                 const YzStocktakeEntry *entry, GError **error);

/**
 * yz_stocktake_make_entries:
 * @stocktake: its id
 *
 * Writes down what was counted, in an edit of its own.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_stocktake_make_entries (YzStore *store, const char *stocktake, const YzStocktakeEntry *entries,
                                   guint n_entries, GError **error);

/**
 * YzStocktakeFind:
 * @line: the number of the empty line in which it was written down, 0 for the next free one
 * @place: (nullable): an id; %NULL for the place of the stocktake
 * @item: an id
 * @lot: (nullable): the number on the box
 * @expiry: (nullable): its last day of use, YYYY-MM-DD
 * @counted: how many, -1 if they are still to be counted
 * @at: when it was counted
 *
 * What lies there and is not on the sheet.
 */
typedef struct
{
  guint line;
  const char *place;
  const char *item;
  const char *lot;
  const char *expiry;
  gint64 counted;
  gint64 at;
} YzStocktakeFind;

/**
 * yz_stocktake_add_find:
 * @sheet: as it was loaded; what it takes is taken from those that follow
 * @edit: to which the line is added, and a lot that nobody knew
 *
 * Returns: %FALSE with an error: %YZ_MODEL_ERROR_TRANSITION where a line has it already
 */
gboolean yz_stocktake_add_find (YzStore *store, YzStocktakeSheet *sheet, YzEdit *edit, const YzStocktakeFind *find,
                                GError **error);

/**
 * yz_stocktake_make_find:
 *
 * The same alone.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with an error
 */
YzEdit *yz_stocktake_make_find (YzStore *store, const char *stocktake, const YzStocktakeFind *find, GError **error);

/**
 * yz_stocktake_make_reason:
 * @lines: (array length=n_lines): their numbers
 *
 * Says why what was counted is not what the books have.
 */
YzEdit *yz_stocktake_make_reason (YzStore *store, const char *stocktake, const guint *lines, guint n_lines,
                                  const char *reason, GError **error);

/**
 * yz_stocktake_make_finish:
 * @counted_by: (nullable): who counted, where that is not said yet
 *
 * Hands it over to whoever confirms it.
 */
YzEdit *yz_stocktake_make_finish (YzStore *store, const char *stocktake, const char *counted_by, GError **error);

/**
 * yz_stocktake_make_reopening:
 *
 * Goes on counting, after it was handed over or cancelled. One that is confirmed is taken back first.
 */
YzEdit *yz_stocktake_make_reopening (YzStore *store, const char *stocktake, GError **error);

/**
 * yz_stocktake_make_cancellation:
 *
 * Ends it without any effect on the books. What was counted stays to be read.
 */
YzEdit *yz_stocktake_make_cancellation (YzStore *store, const char *stocktake, GError **error);

/**
 * yz_stocktake_make_confirmation:
 * @confirmed_by: somebody else than who counted
 * @reason: (nullable): of the differences of which none is given
 * @at: now
 *
 * Brings the books in line with what was counted: a movement of type "count" for each counted line, dated when it was
 * counted. Lines that nobody counted are left alone.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_REQUIRED where a reason or a name is
 *   missing, or nothing was counted
 */
YzEdit *yz_stocktake_make_confirmation (YzStore *store, const char *stocktake, const char *confirmed_by,
                                        const char *reason, gint64 at, GError **error);

/**
 * yz_stocktake_find_confirmation:
 * @action: (out): for yz_store_undo(), which takes all of its counts back
 *
 * Returns: %FALSE with %YZ_STORE_ERROR_NOT_FOUND if it is not confirmed
 */
gboolean yz_stocktake_find_confirmation (YzStore *store, const char *stocktake, gint64 *action, GError **error);

G_END_DECLS
