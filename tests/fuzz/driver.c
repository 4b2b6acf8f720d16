/*
 * Runs a fuzz target without an engine: every seed, then mutations of the seeds from a fixed start, so that a
 * failure comes again. The input at work is kept in a file that outlives a crash.
 *
 *   fuzz-NAME SEEDS
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fuzz.h"

#define N_MUTATIONS 30000
#define SECONDS 20
#define MAX_SIZE 65536

static GPtrArray *
read_seeds (const char *folder)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *contents;
      gsize size;

      if (g_file_get_contents (path, &contents, &size, NULL))
        g_ptr_array_add (seeds, g_byte_array_new_take ((guint8 *) contents, size));
    }
  return seeds;
}

static int
compare_seeds (gconstpointer a, gconstpointer b)
{
  const GByteArray *x = *(GByteArray *const *) a, *y = *(GByteArray *const *) b;
  int order = memcmp (x->data, y->data, MIN (x->len, y->len));

  return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

static const GByteArray *
pick_seed (GRand *rand, GPtrArray *seeds)
{
  return g_ptr_array_index (seeds, g_rand_int_range (rand, 0, seeds->len));
}

/* Takes over a piece of another seed, anywhere. */
static void
splice (GRand *rand, GByteArray *input, const GByteArray *other)
{
  guint from = g_rand_int_range (rand, 0, other->len + 1);
  guint length = g_rand_int_range (rand, 0, other->len - from + 1);
  guint at = g_rand_int_range (rand, 0, input->len + 1);
  guint tail = input->len - at;

  if (length == 0)
    return;
  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, tail);
  memcpy (input->data + at, other->data + from, length);
}

static void
mutate_once (GRand *rand, GByteArray *input, GPtrArray *seeds)
{
  int kind = g_rand_int_range (rand, 0, 4);

  if (kind == 0 || input->len == 0)
    splice (rand, input, pick_seed (rand, seeds));
  else if (kind == 1)
    input->data[g_rand_int_range (rand, 0, input->len)] = g_rand_int_range (rand, 0, 256);
  else if (kind == 2)
    input->data[g_rand_int_range (rand, 0, input->len)] ^= 1 << g_rand_int_range (rand, 0, 8);
  else
    {
      guint at = g_rand_int_range (rand, 0, input->len);

      g_byte_array_remove_range (input, at, g_rand_int_range (rand, 1, MIN (8, input->len - at) + 1));
    }
}

/* Copied to the exact size, so that a read behind the end is seen. */
static void
try (const char *path, const GByteArray *input)
{
  g_autofree guint8 *data = g_memdup2 (input->data, input->len);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path, (const char *) input->data, input->len, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_printerr ("%s\n", error->message);
  LLVMFuzzerTestOneInput (data, input->len);
}

static void
run (const char *path, GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  gint64 end = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  guint n = 0;

  for (guint i = 0; i < seeds->len; i++)
    try (path, g_ptr_array_index (seeds, i));

  for (; n < N_MUTATIONS && g_get_monotonic_time () < end; n++)
    {
      g_autoptr (GByteArray) input = g_byte_array_new ();
      const GByteArray *seed = pick_seed (rand, seeds);

      g_byte_array_append (input, seed->data, seed->len);
      for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
        mutate_once (rand, input, seeds);
      g_byte_array_set_size (input, MIN (input->len, MAX_SIZE));
      try (path, input);
    }
  g_print ("%u seeds, %u mutations\n", seeds->len, n);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) seeds = argc == 2 ? read_seeds (argv[1]) : NULL;
  g_autofree char *name = g_path_get_basename (argv[0]);
  g_autofree char *file = g_strdup_printf ("%s-%d.input", name, (int) g_random_int_range (0, G_MAXINT32));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), file, NULL);

  if (seeds == NULL || seeds->len == 0)
    {
      g_printerr ("usage: %s SEEDS\n", name);
      return 2;
    }

  /* the order in a folder is the file system's: sort, or the mutations differ from machine to machine */
  g_ptr_array_sort (seeds, compare_seeds);
  g_print ("input at work: %s\n", path);
  run (path, seeds);
  g_unlink (path);
  return 0;
}
