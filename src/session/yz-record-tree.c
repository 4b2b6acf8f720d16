#include "config.h"

#include "yz-record-tree.h"

#include "yz-store-columns.h"

/* Indices of nodes count from 1; 0 is none. */
typedef struct
{
  gint64 row;
  char *parent;
  guint first_child;
  guint next_sibling;
  gboolean placed;
} Node;

typedef struct
{
  GArray *nodes;      /* of Node */
  GHashTable *by_id;  /* id → index */
  GArray *rows;       /* the result */
  GByteArray *depths; /* the same */
} Tree;

static void
tree_clear (Tree *tree)
{
  for (guint i = 0; i < tree->nodes->len; i++)
    g_free (g_array_index (tree->nodes, Node, i).parent);
  g_array_unref (tree->nodes);
  g_hash_table_unref (tree->by_id);
}

static Node *
get_node (Tree *tree, guint index)
{
  return &g_array_index (tree->nodes, Node, index - 1);
}

static guint
find_parent (Tree *tree, const Node *node)
{
  return node->parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (tree->by_id, node->parent)) : 0;
}

const YzField *
yz_record_tree_find_field (const YzKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == YZ_FIELD_REF && g_strcmp0 (kind->fields[i].ref_kind, kind->name) == 0)
      return &kind->fields[i];
  return NULL;
}

static void
add_node (gint64 row, const YzColumn *columns, gpointer data)
{
  Tree *tree = data;
  Node node = { .row = row, .parent = g_strdup (columns[1].text) };

  g_array_append_val (tree->nodes, node);
  g_hash_table_insert (tree->by_id, g_strdup (columns[0].text), GUINT_TO_POINTER (tree->nodes->len));
}

/* From the last to the first, as each one is put before its siblings. */
static void
link_children (Tree *tree)
{
  for (guint index = tree->nodes->len; index > 0; index--)
    {
      Node *node = get_node (tree, index);
      guint parent = find_parent (tree, node);

      if (parent == 0)
        continue;
      node->next_sibling = get_node (tree, parent)->first_child;
      get_node (tree, parent)->first_child = index;
    }
}

static void
place (Tree *tree, Node *node, guint8 depth)
{
  node->placed = TRUE;
  g_array_append_val (tree->rows, node->row);
  g_byte_array_append (tree->depths, &depth, 1);
}

/* Without recursion: a list in which each row belongs to the one before it would be deeper than the stack. */
static void
place_branch (Tree *tree, guint root)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = root;

  while (next != 0)
    {
      place (tree, get_node (tree, next), MIN (path->len, G_MAXUINT8));
      g_array_append_val (path, next);
      next = get_node (tree, next)->first_child;
      while (next == 0 && path->len > 1)
        {
          next = get_node (tree, g_array_index (path, guint, path->len - 1))->next_sibling;
          g_array_set_size (path, path->len - 1);
        }
    }
}

static void
place_all (Tree *tree)
{
  for (guint index = 1; index <= tree->nodes->len; index++)
    if (find_parent (tree, get_node (tree, index)) == 0)
      place_branch (tree, index);
  /* those that are their own forebears: the store refuses them, but a damaged file must be seen too */
  for (guint index = 1; index <= tree->nodes->len; index++)
    if (!get_node (tree, index)->placed)
      place (tree, get_node (tree, index), 0);
}

GArray *
yz_record_tree_load (YzStore *store, const YzQuery *query, GByteArray **depths, GCancellable *cancellable,
                     GError **error)
{
  const YzField *field = yz_record_tree_find_field (yz_query_get_kind (query));
  Tree tree = { NULL };
  gboolean loaded;

  g_return_val_if_fail (YZ_IS_STORE (store), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  tree.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  tree.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tree.rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  tree.depths = g_byte_array_new ();
  loaded = yz_store_read_columns (store, query, (const char *const[]){ "id", field->name, NULL }, add_node, &tree,
                                  cancellable, error);
  if (loaded)
    {
      link_children (&tree);
      place_all (&tree);
    }
  tree_clear (&tree);

  *depths = tree.depths;
  if (loaded)
    return tree.rows;
  g_clear_pointer (depths, g_byte_array_unref);
  g_array_unref (tree.rows);
  return NULL;
}
