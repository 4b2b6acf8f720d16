/*
 * The rows of a query in two steps, so that the beginning of a long list is on screen while the rest is asked for.
 * Main thread.
 */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzPagedStep:
 * @YZ_PAGED_PAGE: the first rows are there, and there are more
 * @YZ_PAGED_REST: what the first rows made of the screen has been drawn; all of them are about to be asked for
 * @YZ_PAGED_WHOLE: all rows are there, or an error; nothing follows
 */
typedef enum
{
  YZ_PAGED_PAGE,
  YZ_PAGED_REST,
  YZ_PAGED_WHOLE,
} YzPagedStep;

/**
 * YzPagedFunc:
 * @rows: (nullable) (element-type gint64): the rows known by now, %NULL with @error and at %YZ_PAGED_REST
 */
typedef void (*YzPagedFunc) (YzPagedStep step, GArray *rows, const GError *error, gpointer user_data);

typedef struct _YzPagedQuery YzPagedQuery;

/**
 * yz_paged_query_start:
 * @query: (transfer full): what is asked
 * @page_first: whether the beginning is worth showing before the rest is known
 * @func: called for each step, not any more after yz_paged_query_stop()
 *
 * Returns: (transfer full): the question, which goes on until it is answered
 */
YzPagedQuery *yz_paged_query_start (YzStore *store, YzQuery *query, gboolean page_first, YzPagedFunc func,
                                    gpointer user_data);
void          yz_paged_query_stop (YzPagedQuery *self);

G_END_DECLS
