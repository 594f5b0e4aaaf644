pragma secure_delete = on
