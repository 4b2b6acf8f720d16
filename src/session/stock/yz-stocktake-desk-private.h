/* What the files of YzStocktakeDesk share. */
#pragma once

#include "yz-stocktake-desk.h"

G_BEGIN_DECLS

/* (transfer none): the workspace with which it was made, also where the session has another one by now. */
YzStore *yz_stocktake_desk_get_store (YzStocktakeDesk *self);

G_END_DECLS
