/*
 * CSV, TSV and what spreadsheets put on the clipboard. The text is decoded once and cut into cells in place: the
 * sheet keeps it. Nothing in such a text is an error: a quote that is never closed ends with its line if the rest
 * would otherwise be one cell.
 */
#include "config.h"

#include "yz-sheet-private.h"
#include "yz-sheet-reader.h"
#include "yz-sheet-text-private.h"
#include "yz-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNIFFED_LINES 20
#define MAX_QUOTED_LINES 200 /* in one cell: more means that its end was forgotten */
#define PROGRESS_ROWS 4096

typedef struct
{
  char *p;
  char *end;
  guint line;
  char separator;
} Scanner;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Separators outside quotes in the line at @p; @next: where the next one begins. */
static guint
count_separators (const char *p, const char *end, char separator, const char **next)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (; p < end && (quoted || !is_line_end (*p)); p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == separator && !quoted)
      n++;
  while (p < end && is_line_end (*p))
    p++;
  *next = p;
  return n;
}

/* The separator with which the most lines have the most cells; commas where none does. */
static char
sniff_separator (const char *text, const char *end)
{
  static const char separators[] = { ',', '\t', ';' };
  char best = ',';
  double best_rating = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *p = text;
      guint total = 0, with = 0, lines = 0;
      double rating;

      for (; lines < SNIFFED_LINES && p < end; lines++)
        {
          guint n = count_separators (p, end, separators[i], &p);

          total += n;
          with += n > 0;
        }
      /* tabs are never part of a text, commas often are */
      rating = lines > 0 ? (double) with / lines * total * (separators[i] == '\t' ? 4 : 1) : 0;
      if (rating > best_rating)
        {
          best = separators[i];
          best_rating = rating;
        }
    }
  return best;
}

/* Ends the cell or row at the scanner. Returns whether another cell follows in the row. */
static gboolean
step (Scanner *scanner)
{
  char c = scanner->p < scanner->end ? *scanner->p : '\n';
  gboolean more = c == scanner->separator;

  if (scanner->p < scanner->end)
    scanner->p++;
  if (more)
    return TRUE;
  if (c == '\r' && scanner->p < scanner->end && *scanner->p == '\n')
    scanner->p++;
  scanner->line++;
  return FALSE;
}

/* Where the cell's closing quote is, or NULL if it has none that is followed by the cell's end. */
static char *
find_closing_quote (const Scanner *scanner)
{
  guint lines = 0;

  for (char *p = scanner->p + 1; p < scanner->end; p++)
    {
      if (*p == '"' && p + 1 < scanner->end && p[1] == '"')
        p++;
      else if (*p == '"')
        return p;
      else if (*p == '\n' && ++lines > MAX_QUOTED_LINES)
        return NULL;
    }
  return NULL;
}

/* Doubled quotes become one, in place; line ends are counted. @scanner then stands behind the closing quote. */
static char *
take_quoted (Scanner *scanner, char *close)
{
  char *start = scanner->p + 1;
  char *to = start;

  for (char *from = start; from < close; from++)
    {
      if (*from == '"')
        from++;
      else if (*from == '\n' || (*from == '\r' && from[1] != '\n'))
        scanner->line++;
      *to++ = *from;
    }
  scanner->p = close + 1;

  /* what stands between the closing quote and the separator belongs to the cell, too: "a"b */
  while (scanner->p < scanner->end && *scanner->p != scanner->separator && !is_line_end (*scanner->p))
    *to++ = *scanner->p++;
  *to = '\0';
  return start;
}

/* A cell that begins with ' and a sign was written so by a spreadsheet or by us, so that it is not a formula. */
static char *
unguard (char *cell)
{
  char *p = cell;

  while (*p == '\'')
    p++;
  return p > cell && *p != '\0' && strchr ("=+-@\t\r", *p) != NULL ? cell + 1 : cell;
}

static char *
trim (char *cell)
{
  char *end = cell + strlen (cell);

  while (*cell == ' ')
    cell++;
  while (end > cell && (end[-1] == ' ' || is_line_end (end[-1])))
    end--;
  *end = '\0';
  return unguard (cell);
}

static gboolean
take_cell (Scanner *scanner, YzSheet *sheet)
{
  char *close = scanner->p < scanner->end && *scanner->p == '"' ? find_closing_quote (scanner) : NULL;
  char *start = scanner->p;
  gboolean more;
  char *cell_end;

  if (close != NULL)
    start = take_quoted (scanner, close);
  else
    while (scanner->p < scanner->end && *scanner->p != scanner->separator && !is_line_end (*scanner->p))
      scanner->p++;

  cell_end = scanner->p;
  more = step (scanner);
  if (close == NULL)
    *cell_end = '\0';
  yz_sheet_add_cell (sheet, trim (start));
  return more;
}

/* "sep=;" in the first line is a word of Excel's to itself */
static void
skip_separator_line (Scanner *scanner)
{
  if (scanner->end - scanner->p < 5 || g_ascii_strncasecmp (scanner->p, "sep=", 4) != 0 ||
      (scanner->p + 5 < scanner->end && !is_line_end (scanner->p[5])))
    return;
  scanner->separator = scanner->p[4];
  scanner->p = MIN (scanner->p + 5, scanner->end);
  step (scanner);
}

static gboolean
scan (Scanner *scanner, YzSheet *sheet, YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable,
      GError **error)
{
  const char *text = scanner->p;
  guint n_rows = 0;

  skip_separator_line (scanner);
  while (scanner->p < scanner->end)
    {
      if (n_rows++ % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (scanner->p - text, scanner->end - text, progress_data);
        }
      if (!yz_sheet_begin_row (sheet, scanner->line, error))
        return FALSE;
      while (take_cell (scanner, sheet))
        continue;
    }
  return TRUE;
}

YzSheet *
yz_sheet_parse_text (const char *source, const char *bytes, gsize size, const char *encoding,
                     YzExchangeProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzSheet) sheet = yz_sheet_new (source, NULL);
  gsize length;
  char *text = yz_text_decode (bytes, size, encoding, &length, error);
  Scanner scanner;

  if (text == NULL)
    return NULL;
  scanner = (Scanner){ text, text + length, 1, ',' };

  yz_sheet_keep (sheet, text);
  scanner.end = text + length;
  scanner.separator = sniff_separator (text, scanner.end);
  if (!scan (&scanner, sheet, progress, progress_data, cancellable, error))
    return NULL;

  yz_sheet_find_headings (sheet);
  if (yz_sheet_get_n_rows (sheet) == 0 && yz_sheet_get_n_columns (sheet) == 0)
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY, _ ("There is nothing in this list"));
      return NULL;
    }
  return g_steal_pointer (&sheet);
}

YzSheet *
yz_sheet_read_text (const char *text, gssize length, const char *encoding, GCancellable *cancellable, GError **error)
{
  return yz_sheet_parse_text ("", text, length < 0 ? strlen (text) : (gsize) length, encoding, NULL, NULL, cancellable,
                              error);
}
