#include "config.h"

#include "yz-multi-index-private.h"

#include <string.h>

#define FIRST_BITS 10

typedef struct
{
  guint64 key;
  guint32 value;
  guint32 next;
} Node;

struct _YzMultiIndex
{
  GArray *nodes;
  guint32 *heads;
  guint bits;
};

static void
make_heads (YzMultiIndex *index, guint bits)
{
  gsize n = (gsize) 1 << bits;

  g_free (index->heads);
  index->heads = g_new (guint32, n);
  memset (index->heads, 0xff, n * sizeof (guint32));
  index->bits = bits;
}

YzMultiIndex *
yz_multi_index_new (void)
{
  YzMultiIndex *index = g_new0 (YzMultiIndex, 1);

  index->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  make_heads (index, FIRST_BITS);
  return index;
}

void
yz_multi_index_free (YzMultiIndex *index)
{
  g_array_unref (index->nodes);
  g_free (index->heads);
  g_free (index);
}

static Node *
get_node (const YzMultiIndex *index, guint32 place)
{
  return &g_array_index (index->nodes, Node, place);
}

/* Fibonacci hashing: the keys' low bits need not be good. */
static guint32 *
get_head (const YzMultiIndex *index, guint64 key)
{
  return &index->heads[(key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - index->bits)];
}

static void
link_node (YzMultiIndex *index, guint32 place)
{
  Node *node = get_node (index, place);
  guint32 *head = get_head (index, node->key);

  node->next = *head;
  *head = place;
}

void
yz_multi_index_add (YzMultiIndex *index, guint64 key, guint32 value)
{
  Node node = { key, value, YZ_MULTI_INDEX_END };

  g_array_append_val (index->nodes, node);
  if (index->nodes->len >> index->bits > 1)
    {
      make_heads (index, index->bits + 2);
      for (guint32 i = 0; i < index->nodes->len; i++)
        link_node (index, i);
    }
  else
    link_node (index, index->nodes->len - 1);
}

static guint32
skip_others (const YzMultiIndex *index, guint32 place, guint64 key)
{
  while (place != YZ_MULTI_INDEX_END && get_node (index, place)->key != key)
    place = get_node (index, place)->next;
  return place;
}

guint32
yz_multi_index_first (const YzMultiIndex *index, guint64 key)
{
  return skip_others (index, *get_head (index, key), key);
}

guint32
yz_multi_index_next (const YzMultiIndex *index, guint32 place)
{
  const Node *node = get_node (index, place);

  return skip_others (index, node->next, node->key);
}

guint32
yz_multi_index_get (const YzMultiIndex *index, guint32 place)
{
  return get_node (index, place)->value;
}
