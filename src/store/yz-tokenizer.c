/* Text to tokens, one pass, without an allocation. */
#include "config.h"

#include "yz-tokenizer-private.h"

#include "yz-pinyin.h"
#include "yz-text.h"

#include <string.h>

/* Longer words and numbers are cut. */
#define MAX_WORD 64

typedef int (*TokenFunc) (void *context, int flags, const char *token, int n_bytes, int start, int end);

typedef struct
{
  void *context;
  TokenFunc emit;
  const char *text;
  const char *at;
  const char *end;
  gboolean phonetic;
} Tokens;

gunichar
yz_tokenizer_fold (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c);
}

static int
emit (const Tokens *tokens, int flags, const char *token, gsize length, const char *start)
{
  return tokens->emit (tokens->context, flags, token, (int) length, (int) (start - tokens->text),
                       (int) (tokens->at - tokens->text));
}

/* A reading and its initial. lü is typed lv by most and lu by some. */
static int
emit_reading (const Tokens *tokens, const char *reading, const char *start)
{
  const char *v = strchr (reading, 'v');
  char other[8];
  int code = emit (tokens, FTS5_TOKEN_COLOCATED, reading, strlen (reading), start);

  if (code != SQLITE_OK || v == NULL)
    return code;
  g_strlcpy (other, reading, sizeof other);
  other[v - reading] = 'u';
  return emit (tokens, FTS5_TOKEN_COLOCATED, other, strlen (other), start);
}

static int
emit_readings (const Tokens *tokens, gunichar c, const char *start)
{
  const char *readings[YZ_PINYIN_MAX_READINGS];
  guint n = yz_pinyin_get (c, readings);
  guint32 initials = 0;
  int code = SQLITE_OK;

  for (guint i = 0; i < n && code == SQLITE_OK; i++)
    {
      guint32 initial = 1u << (readings[i][0] - 'a');

      code = emit_reading (tokens, readings[i], start);
      if (code == SQLITE_OK && (initials & initial) == 0 && readings[i][1] != '\0')
        code = emit (tokens, FTS5_TOKEN_COLOCATED, readings[i], 1, start);
      initials |= initial;
    }
  return code;
}

static int
emit_han (Tokens *tokens, gunichar c, const char *start)
{
  int code = emit (tokens, 0, start, (gsize) (tokens->at - start), start);

  return code == SQLITE_OK && tokens->phonetic ? emit_readings (tokens, c, start) : code;
}

static gunichar
peek (const Tokens *tokens)
{
  return tokens->at < tokens->end ? yz_tokenizer_fold (g_utf8_get_char (tokens->at)) : 0;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static int
emit_number (Tokens *tokens, const char *start)
{
  char digits[1 + MAX_WORD] = "=";
  gsize n = 1;
  int code = SQLITE_OK;

  for (gunichar c = peek (tokens); is_digit (c) || c == '-'; c = peek (tokens))
    {
      if (c != '-' && n < sizeof digits)
        digits[n++] = (char) c;
      tokens->at = g_utf8_next_char (tokens->at);
    }
  if (n - 1 < YZ_TOKENIZER_MIN_NUMBER)
    return emit (tokens, 0, digits, n, start);
  for (gsize i = 1; i + 2 < n && code == SQLITE_OK; i++)
    {
      char three[] = { '#', digits[i], digits[i + 1], digits[i + 2] };

      code = emit (tokens, 0, three, sizeof three, start);
    }
  return code;
}

static int
emit_word (Tokens *tokens, const char *start)
{
  char word[1 + MAX_WORD + 6] = "=";
  gsize n = 1;

  for (gunichar c = peek (tokens); g_unichar_isalpha (c) && !yz_text_is_han (c); c = peek (tokens))
    {
      if (n < 1 + MAX_WORD)
        n += (gsize) g_unichar_to_utf8 (c, word + n);
      tokens->at = g_utf8_next_char (tokens->at);
    }
  return emit (tokens, 0, word, n, start);
}

static int
emit_next (Tokens *tokens)
{
  const char *start = tokens->at;
  gunichar c = peek (tokens);

  if (is_digit (c))
    return emit_number (tokens, start);
  if (!yz_text_is_han (c) && g_unichar_isalpha (c))
    return emit_word (tokens, start);

  tokens->at = g_utf8_next_char (tokens->at);
  if (c == YZ_TOKENIZER_PHONETIC || c == YZ_TOKENIZER_PLAIN)
    tokens->phonetic = c == YZ_TOKENIZER_PHONETIC;
  return yz_text_is_han (c) ? emit_han (tokens, c, start) : SQLITE_OK;
}

static int
split_query (Tokens *tokens)
{
  int code = SQLITE_OK;

  while (tokens->at < tokens->end && code == SQLITE_OK)
    {
      const char *start = tokens->at;

      while (tokens->at < tokens->end && *tokens->at != ' ')
        tokens->at++;
      if (tokens->at > start)
        code = emit (tokens, 0, start, (gsize) (tokens->at - start), start);
      else
        tokens->at++;
    }
  return code;
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int n_bytes, TokenFunc func)
{
  Tokens tokens = { .context = context, .emit = func, .text = text, .at = text, .end = text + n_bytes };
  int code = SQLITE_OK;

  if ((flags & FTS5_TOKENIZE_QUERY) != 0)
    return split_query (&tokens);
  while (tokens.at < tokens.end && code == SQLITE_OK)
    code = emit_next (&tokens);
  return code;
}

/* The tokenizer has no state; FTS5 wants a pointer all the same. */
static int
create (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *) create;
  return SQLITE_OK;
}

static void delete (Fts5Tokenizer *tokenizer) {}

int
yz_tokenizer_register (sqlite3 *handle)
{
  static const fts5_tokenizer methods = { create, delete, tokenize };
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  code = sqlite3_finalize (statement);
  if (code != SQLITE_OK || api == NULL)
    return SQLITE_ERROR;
  return api->xCreateTokenizer (api, "yizhan", NULL, (fts5_tokenizer *) &methods, NULL);
}
