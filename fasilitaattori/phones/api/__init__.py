"""What the server answers, address by address: the table it routes by and the OpenAPI description printed from it."""
