/* Whatever is stored and whatever is typed: the tokenizer splits it, and the query made of it is one. */
#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "yz-search-private.h"
#include "yz-tokenizer-private.h"

static sqlite3 *
open_index (void)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &handle), ==, SQLITE_OK);
  g_assert_cmpint (yz_tokenizer_register (handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE VIRTUAL TABLE found USING fts5 (text, tokenize = 'yizhan')", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  return handle;
}

/* Runs @sql with @text bound to it, to its last row. */
static void
run (sqlite3 *handle, const char *sql, const char *text, gsize size)
{
  sqlite3_stmt *statement = NULL;
  int result;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_bind_text (statement, 1, text, (int) size, SQLITE_STATIC), ==, SQLITE_OK);
  do
    result = sqlite3_step (statement);
  while (result == SQLITE_ROW);
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *typed = g_utf8_make_valid (bytes, -1);
  g_autofree char *phonetic = g_strdup_printf ("%c%s", YZ_TOKENIZER_PHONETIC, typed);
  g_autofree char *match = yz_search_make_match (typed);
  sqlite3 *handle = open_index ();

  /* a file that somebody else wrote may hold any bytes */
  run (handle, "INSERT INTO found (text) VALUES (?)", bytes, strlen (bytes));
  run (handle, "INSERT INTO found (text) VALUES (?)", phonetic, strlen (phonetic));
  if (match != NULL)
    run (handle, "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank", match, strlen (match));
  sqlite3_close (handle);
  return 0;
}
